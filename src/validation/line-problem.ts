import { UserError } from '../lib/user-error.ts';

/** A line of the devices file. */
export interface DeviceLine {
  /** As in {@link DeviceList.path}. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
}

/**
 * What is wrong with a line, as an error.
 *
 * @param problem a clause whose subject is the line
 */
export function lineProblem({ path, line }: DeviceLine, problem: string, fix: string): UserError {
  return new UserError('devices', `Line ${line} of ${path} ${problem}.`, { where: path, fix });
}
