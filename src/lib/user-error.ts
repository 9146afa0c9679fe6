/**
 * The one error for what a user can mend. Everything else that is thrown is a bug and keeps its stack.
 *
 * `code` is stable (kebab-case, may be searched for), `message` says what happened, `where` names the input, file or
 * service, `fix` says what to do next.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  readonly code: string;
  readonly where: string | undefined;
  readonly fix: string;
  /** What else was found at the same time; each is reported on a line of its own. */
  readonly others: readonly UserError[];

  constructor(
    code: string,
    message: string,
    details: {
      readonly fix: string;
      readonly where?: string;
      readonly others?: readonly UserError[];
      readonly cause?: unknown;
    },
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.where = details.where;
    this.fix = details.fix;
    this.others = details.others ?? [];
  }
}

/**
 * Several errors as one: the first, with the others in it. What says the same as one before it is left out.
 *
 * @returns undefined when there is none
 */
export function joinErrors(errors: readonly UserError[]): UserError | undefined {
  const all = errors.flatMap((error) => [error, ...error.others]);
  const different = new Map(all.map((error) => [[error.where, error.message, error.fix].join('\n'), error]));
  const [first, ...others] = different.values();
  if (first === undefined) return undefined;
  const { code, message, where, fix, cause } = first;
  return new UserError(code, message, { fix, cause, others, ...(where === undefined ? {} : { where }) });
}
