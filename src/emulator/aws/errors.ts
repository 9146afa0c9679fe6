/** What a service of AWS answers instead of success, by its name in the service's API model. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;
  /** What the answer holds beside the message. */
  readonly details: Readonly<Record<string, string>>;

  constructor(name: string, status: number, message: string, details: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.details = details;
  }
}

/** 400: a parameter that the service's API model or its limits do not allow. */
export function invalid(message: string): AwsError {
  return new AwsError('InvalidRequestException', 400, message);
}

/** 404. */
export function missing(what: string): AwsError {
  return new AwsError('ResourceNotFoundException', 404, `${what} does not exist`);
}

/** 409: something of that name is there, with another configuration. */
export function exists(what: string, resourceId: string, resourceArn: string, differing = 'config'): AwsError {
  return new AwsError(
    'ResourceAlreadyExistsException',
    409,
    `${what} already exists in account with different ${differing}`,
    {
      resourceId,
      resourceArn,
    },
  );
}

/** 410: a limit that no later call can meet. */
export function overLimit(message: string): AwsError {
  return new AwsError('LimitExceededException', 410, message);
}
