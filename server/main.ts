#!/usr/bin/env node
import { runCommandLine } from '#server/cli.ts';

process.exitCode = await runCommandLine(process.argv, process.env);
