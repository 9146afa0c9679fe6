/** Where a shared ledger is: a table of Amazon DynamoDB. */
export interface TableAddress {
  /** Name of the table in the account of the credentials, or its ARN, which may be of another account. */
  readonly table: string;
  /** Undefined: the region that certificates are created in. */
  readonly region: string | undefined;
}

/** What the input `ledger` takes for a table, as a clause for a person. */
export const TABLE_ADDRESS =
  'dynamodb://TABLE, dynamodb://TABLE?region=eu-west-1, or the ARN of a table, with a name of 3 to 255 letters, digits, _ . or -';

/**
 * Names of tables.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
const NAME = '[A-Za-z0-9_.-]{3,255}';
const REGION = '[a-z]{2,4}(?:-[a-z]+)+-\\d{1,2}';
const URL = new RegExp(`^dynamodb://(${NAME})(?:\\?region=(${REGION}))?$`);
const ARN = new RegExp(`^arn:aws[a-z-]*:dynamodb:(${REGION}):\\d{12}:table/${NAME}$`);

/** Whether a text is meant for a table, and not for a file. */
export function isTableAddress(text: string): boolean {
  return /^(dynamodb:|arn:)/i.test(text);
}

/** @returns undefined when the text is no address of a table: {@link TABLE_ADDRESS} says what is */
export function parseTableAddress(text: string): TableAddress | undefined {
  const [, table, region] = URL.exec(text) ?? [];
  if (table !== undefined) return { table, region };
  const [arn, ofArn] = ARN.exec(text) ?? [];
  return arn === undefined ? undefined : { table: arn, region: ofArn };
}

/** The address as a person writes it into the input `ledger`. */
export function addressText({ table, region }: TableAddress): string {
  if (table.startsWith('arn:')) return table;
  return `dynamodb://${table}${region === undefined ? '' : `?region=${region}`}`;
}

/** ARN of the table, for a policy. @param own account and region of the credentials */
export function tableArn(
  { table, region }: TableAddress,
  own: { readonly account: string; readonly region: string; readonly partition: string },
): string {
  if (table.startsWith('arn:')) return table;
  return `arn:${own.partition}:dynamodb:${region ?? own.region}:${own.account}:table/${table}`;
}
