import { defineDesk } from '#desk/define.ts';

defineDesk();
