import { describe, expect, it } from 'vitest';
import { addressText, isTableAddress, parseTableAddress, tableArn } from '../../../src/records/table/address.ts';

const ARN = 'arn:aws-cn:dynamodb:cn-north-1:123456789012:table/iot-ledger';

describe('the address of a shared ledger', () => {
  it.each([
    ['dynamodb://iot-ledger', { table: 'iot-ledger', region: undefined }],
    ['dynamodb://a.b_c-1?region=eu-west-1', { table: 'a.b_c-1', region: 'eu-west-1' }],
    [ARN, { table: ARN, region: 'cn-north-1' }],
  ])('is read and written alike: %s', (text, address) => {
    expect(parseTableAddress(text)).toEqual(address);
    expect(addressText(address)).toBe(text);
  });

  it.each([
    'dynamodb://',
    'dynamodb://ab',
    `dynamodb://${'a'.repeat(256)}`,
    'dynamodb://a/b/c',
    'dynamodb://iot ledger',
    'dynamodb://iot-ledger?region=',
    'dynamodb://iot-ledger?region=eu-west-1&x=1',
    'dynamodb://iot-ledger?region=evil.example',
    'dynamodb://user@iot-ledger',
    'DynamoDB://iot-ledger',
    'arn:aws:dynamodb:eu-west-1:123456789012:table/iot-ledger/index/x',
    'arn:aws:s3:::bucket',
  ])('is for a table and is none: %s', (text) => {
    expect([isTableAddress(text), parseTableAddress(text)]).toEqual([true, undefined]);
  });

  it.each(['ledger.jsonl', './dynamodb/ledger.jsonl', 'C:\\ledger.jsonl'])('is a path: %s', (text) => {
    expect(isTableAddress(text)).toBe(false);
  });

  it('makes the ARN that a policy names', () => {
    const own = { account: '123456789012', region: 'us-east-1', partition: 'aws' };
    const address = { table: 'iot-ledger', region: 'eu-west-1' };
    expect(tableArn(address, own)).toBe('arn:aws:dynamodb:eu-west-1:123456789012:table/iot-ledger');
    expect(tableArn({ table: ARN, region: 'cn-north-1' }, own)).toBe(ARN);
  });
});
