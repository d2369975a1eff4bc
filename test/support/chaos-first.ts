import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Starts with what takes longest and mostly waits, so that the rest runs beside it and not before it. */
export class ChaosFirst extends BaseSequencer {
  /** @returns the usual order, but for the files of the project `chaos`, which come first */
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const isChaos = ({ project }: TestSpecification) => project.name === 'chaos';
    return [...usual.filter(isChaos), ...usual.filter((file) => !isChaos(file))];
  }
}
