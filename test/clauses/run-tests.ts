import { relative } from 'node:path';
import { createVitest, type TestModule } from 'vitest/node';
import { root } from '#test/support/sources.ts';

/** How one test ended. */
export interface TestEnd {
  readonly file: string;
  /** With the titles of its groups. */
  readonly title: string;
  readonly passed: boolean;
  /** First line of what was wrong. */
  readonly why?: string;
}

/** A file that could not be run to its end, and why. */
export interface BrokenFile {
  readonly file: string;
  readonly why: string;
}

export interface TestRun {
  readonly tests: readonly TestEnd[];
  readonly broken: readonly BrokenFile[];
}

export interface TestRunner {
  /** @param pattern only tests whose whole title matches */
  run(files: readonly string[], pattern?: RegExp): Promise<TestRun>;
  close(): Promise<void>;
}

/**
 * Runs test files in this process again and again; what was compiled once is kept. Silent.
 *
 * @param projects names in `test/vitest.config.ts`
 */
export async function testRunner(projects: readonly string[]): Promise<TestRunner> {
  const vitest = await createVitest('test', {
    config: 'test/vitest.config.ts',
    project: [...projects],
    watch: false,
    reporters: [{}],
  });
  const known = await vitest.globTestSpecifications();
  return {
    run: async (files, pattern) => {
      const wanted = new Set(files);
      const specifications = known.filter(({ moduleId }) => wanted.has(pathOf(moduleId)));
      if (pattern) vitest.setGlobalTestNamePattern(pattern);
      else vitest.resetGlobalTestNamePattern();
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
      return {
        tests: testModules.flatMap(endsOf),
        broken: [
          ...testModules.flatMap(brokenOf),
          ...unhandledErrors.map((error) => ({ file: 'a fault', why: firstLine(error) })),
        ],
      };
    },
    close: () => vitest.close(),
  };
}

const pathOf = (moduleId: string): string => relative(root, moduleId).replaceAll('\\', '/');
const firstLine = (error: unknown): string =>
  (error instanceof Object && 'message' in error ? String(error.message) : String(error)).split(
    '\n',
  )[0] ?? '';

const endsOf = (module: TestModule): TestEnd[] =>
  [...module.children.allTests()].flatMap((test) => {
    const { state, errors } = test.result();
    if (state !== 'passed' && state !== 'failed') return [];
    const why = errors?.[0] ? { why: firstLine(errors[0]) } : {};
    return [
      { file: pathOf(module.moduleId), title: test.fullName, passed: state === 'passed', ...why },
    ];
  });

const brokenOf = (module: TestModule): BrokenFile[] =>
  module.errors().map((error) => ({ file: pathOf(module.moduleId), why: firstLine(error) }));
