/** The role that the job's OIDC token is exchanged for; each field is an input of action.yml. */
export interface RoleInputs {
  readonly arn: string;
  readonly sessionName: string;
  readonly durationSeconds: number;
  readonly audience: string;
}
