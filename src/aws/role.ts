/** The role that the job's OIDC token is exchanged for. Each field is an input of action.yml, or follows from them. */
export interface RoleInputs {
  readonly arn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly audience: string;
  /** Policy of the sessions, as JSON: they may do what it and the role allow. Undefined: what the role allows. */
  readonly sessionPolicy: string | undefined;
}
