import type { SecretScope } from '../github/secret-vault.ts';
import { secretNameProblem } from '../naming/secret-names.ts';
import { fieldsOf, parseTemplate, renderTemplate, TEMPLATE_FIELDS, type Template } from '../naming/template.ts';
import type { RunContext } from '../runner/context.ts';
import type { Mistakes } from './mistakes.ts';
import { list, Mistake, matching, oneOf, type Parse, template } from './parsers.ts';

/** How certificates become secrets of GitHub. Each field is documented in action.yml. */
export interface SecretInputs {
  readonly scope: SecretScope;
  readonly layout: 'per-certificate' | 'bundle';
  /** Of each certificate's secret; in a bundle, what its secrets' names begin with. */
  readonly name: Template;
}

type SecretInputName =
  | 'deliver'
  | 'github-token'
  | 'secret-scope'
  | 'secret-environment'
  | 'secret-organization'
  | 'secret-visibility'
  | 'secret-repositories'
  | 'secret-name'
  | 'secret-layout';

interface Reader {
  readonly read: <T, F>(name: SecretInputName, parse: Parse<T>, fallback: F) => T | F;
  readonly text: (name: SecretInputName) => string;
  readonly mistakes: Pick<Mistakes, 'add'>;
  readonly context: RunContext;
  /** Whether `deliver` holds `secrets`. */
  readonly asked: boolean;
  /** Whether they will be written, so that there has to be a place for them and a token. */
  readonly areWritten: boolean;
}

const SCOPES = ['repository', 'environment', 'organization', 'dependabot', 'codespaces'] as const;
const OWNER = /^[A-Za-z\d](?:[A-Za-z\d-]{0,38})$/;
const REPOSITORY = /^[\w.-]{1,100}$/;

/** Reads the inputs about secrets, which go together: one that has no effect is a mistake, too. */
export function readSecretInputs({
  read,
  text,
  mistakes,
  context,
  asked,
  areWritten,
}: Reader): SecretInputs | undefined {
  const kind = read('secret-scope', oneOf(...SCOPES), 'repository');
  const layout = read('secret-layout', oneOf('per-certificate', 'bundle'), 'per-certificate');
  const environment = read('secret-environment', environmentName, '');
  const [owner = '', repository = ''] = context.repository?.split('/') ?? [];
  const organization = read('secret-organization', matching(OWNER, 'the name of an organization'), owner);
  const visibility = read('secret-visibility', oneOf('all', 'private', 'selected'), 'selected');
  const repositories = read('secret-repositories', list(REPOSITORY, 'names of repositories without their owner'), [
    repository,
  ]);
  const name = read('secret-name', layout === 'bundle' ? bundleName(context) : certificateName, undefined);

  const pointless = (input: SecretInputName, unless: string, needed: boolean): void => {
    if (text(input) === '' || needed) return;
    mistakes.add(input, `It is only used with \`${unless}\`.`, `Remove it, or set \`${unless}\`.`);
  };
  pointless('secret-environment', 'secret-scope: environment', kind === 'environment');
  pointless('secret-organization', 'secret-scope: organization', kind === 'organization');
  pointless('secret-repositories', 'secret-visibility: selected', kind === 'organization' && visibility === 'selected');
  if (kind === 'environment' && environment === '') {
    mistakes.add('secret-environment', 'It is required with `secret-scope: environment`.', 'Name the environment.');
  }
  if (!asked) return undefined;
  if (areWritten && context.repository === undefined) {
    mistakes.add(
      'deliver',
      'Secrets need a repository, and GITHUB_REPOSITORY does not name one.',
      'Set GITHUB_REPOSITORY to OWNER/NAME, or leave out `secrets`.',
    );
  }
  if (areWritten && text('github-token') === '') {
    mistakes.add(
      'github-token',
      'Secrets cannot be written without it.',
      'Set it to a token that may write secrets, such as that of a GitHub App.',
    );
  }
  return {
    layout,
    name: name ?? parseTemplate(layout === 'bundle' ? 'IOT_CERTS' : 'IOT_CERT_{NAME}'),
    scope:
      kind === 'organization'
        ? { kind, organization, visibility, repositories }
        : kind === 'environment'
          ? { kind, owner, repository, environment }
          : { kind, owner, repository },
  };
}

function environmentName(text: string): string {
  // https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments
  if (text.length > 255) throw new Mistake('Allowed: up to 255 characters.');
  return text;
}

/**
 * Characters that no CSR can choose, at the beginning of every certificate's secret. A secret that is written replaces
 * what had its name: with `{NAME}` alone the file `DEPLOY_KEY.csr` would replace the secret DEPLOY_KEY.
 */
const LITERAL_PREFIX = 4;

const RESERVED = 'The names of secrets that begin with GITHUB_ are reserved by GitHub.';
const RESERVED_FIX = 'Write another beginning, such as IOT_CERT_{NAME}.';

/** Literal text of a secret's name must be fit for it; values are made fit. */
function certificateName(text: string): Template {
  const parsed = template(TEMPLATE_FIELDS)(text);
  const [first = ''] = parsed;
  if (/^GITHUB_/i.test(text)) throw new Mistake(RESERVED_FIX, RESERVED);
  if (parsed.some((part) => typeof part === 'string' && !/^\w+$/.test(part))) {
    throw new Mistake('Allowed: letters, digits and _, and fields such as {NAME}.');
  }
  if (typeof first !== 'string' || first.length < LITERAL_PREFIX) {
    throw new Mistake(
      `Write at least ${LITERAL_PREFIX} letters, digits or _ before the first field, such as IOT_CERT_{NAME}.`,
      'The name begins with a field, so a CSR could choose the name of a secret that you have, and its certificate would replace it.',
    );
  }
  return parsed;
}

/** All certificates share a bundle, so that only what is the same for all of them can name it. */
function bundleName({ runId }: RunContext): Parse<Template> {
  return (text) => {
    const parsed = template(['run-id'])(text);
    const problem =
      fieldsOf(parsed).length > 0 && runId === undefined
        ? '{run-id} has no value outside GitHub.'
        : secretNameProblem(renderTemplate(parsed, { 'run-id': runId }));
    if (problem !== undefined)
      throw new Mistake(
        "Allowed: letters, digits and _, no digit first, and {run-id}; GITHUB_ at the start is GitHub's own.",
        problem,
      );
    return parsed;
  };
}
