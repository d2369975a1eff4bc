import { join } from 'node:path';
import { installPackages } from '#test/support/own-packages.ts';
import { root } from '#test/support/sources.ts';

/** Pages in other people's frameworks, with packages of their own. */
export const hostsFolder = join(root, 'test/hosts');

/**
 * Installs their packages. Of Astro the router alone is wanted: the lock names nothing of the 240 packages
 * that its builder needs.
 */
export const installHosts = (): void => installPackages(hostsFolder);
