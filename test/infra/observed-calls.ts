import type { IncomingMessage } from 'node:http';
import { PLACE } from './deployments.ts';
import type { Request } from './iam.ts';

const METHODS: Readonly<Record<string, string>> = {
  'POST /certificates': 'CreateCertificateFromCsr',
  'GET /certificates': 'ListCertificates',
  'GET /certificates/ID': 'DescribeCertificate',
  'PUT /certificates/ID': 'UpdateCertificate',
  'GET /endpoint': 'DescribeEndpoint',
};

/**
 * What a policy sees of a signed request: IAM's name of the call, the resource that it is about, and the region.
 *
 * @throws Error for a call that is not known here: then the product makes one that nobody has written down
 */
export function observe({ method, url = '', headers }: IncomingMessage, body: string): Request {
  const [, region = '', service = ''] =
    /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)\//.exec(headers.authorization ?? '') ?? [];
  const context = { 'aws:RequestedRegion': region };
  const [, operation] = String(headers['x-amz-target'] ?? '').split('.');
  if (service === 'servicequotas') return { action: `servicequotas:${operation}`, resource: '*', context };
  if (service === 'dynamodb') {
    return { action: `dynamodb:${operation}`, resource: tableOf(body, region), context };
  }
  const [path = ''] = url.split('?');
  const id = /^\/certificates\/(\w+)$/.exec(path)?.[1];
  const name = METHODS[`${method} ${id === undefined ? path : '/certificates/ID'}`];
  if (service !== 'iot' || name === undefined) throw new Error(`not known here: ${service} ${method} ${path}`);
  const resource = id === undefined ? '*' : `arn:${PLACE.partition}:iot:${region}:${PLACE.account}:cert/${id}`;
  return { action: `iot:${name}`, resource, context };
}

function tableOf(body: string, region: string): string {
  const { TableName, RequestItems = {} } = JSON.parse(body) as { TableName?: string; RequestItems?: object };
  const [name = TableName] = Object.keys(RequestItems);
  return `arn:${PLACE.partition}:dynamodb:${region}:${PLACE.account}:table/${name}`;
}
