/** What a service of AWS answers instead of success, by its name in the service's API model. */
export class AwsError extends Error {
  override readonly name: string;
  readonly status: number;

  constructor(name: string, status: number, message: string) {
    super(message);
    this.name = name;
    this.status = status;
  }
}
