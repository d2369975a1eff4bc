import 'astro/components/ClientRouter.astro';
