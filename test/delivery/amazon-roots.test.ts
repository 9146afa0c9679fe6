import { createHash, X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { isDataEndpoint } from '../../src/aws/data-endpoint.ts';
import { AMAZON_ROOTS, hasAmazonRoots } from '../../src/delivery/bundle/amazon-roots.ts';

/** As https://www.amazontrust.com/repository/ publishes them. */
const PUBLISHED: Readonly<Record<string, string>> = {
  AmazonRootCA1: '8ecde6884f3d87b1125ba31ac3fcb13d7016de7f57cc904fe1cb97c6ae98196e',
  AmazonRootCA2: '1ba5b2aa8c65401a82960118f80bec4f62304d83cec4713a19c39c011ea46db4',
  AmazonRootCA3: '18ce6cfe7bf14e60b2e347b8dfe868cb31d02ebb3ada271569f50343b46db3a4',
  AmazonRootCA4: 'e35d28419ed02025cfa69038cd623962458da5c695fbdea3c22b0bfb25897092',
};

const fingerprint = (pem: string): string => createHash('sha256').update(new X509Certificate(pem).raw).digest('hex');

describe("Amazon's root certificates", () => {
  it('are the four that Amazon publishes', () => {
    expect(Object.fromEntries(AMAZON_ROOTS.map(({ name, pem }) => [name, fingerprint(pem)]))).toEqual(PUBLISHED);
  });

  it.each(AMAZON_ROOTS)('are those that Node trusts: $name', ({ name, pem }) => {
    expect(rootCertificates.map(fingerprint)).toContain(fingerprint(pem));
    expect(new X509Certificate(pem).subject).toContain(`CN=Amazon Root CA ${name.at(-1)}`);
  });

  it.each(AMAZON_ROOTS)('are PEMs of 64 columns with nothing around them: $name', ({ pem }) => {
    expect(pem).toBe(new X509Certificate(pem).toString());
  });

  it.each([
    ['eu-west-1', true],
    ['us-gov-west-1', true],
    ['cn-north-1', true],
    ['eusc-de-east-1', false],
    ['us-iso-east-1', false],
    ['us-isob-east-1', false],
    ['eu-isoe-west-1', false],
    ['us-isof-south-1', false],
  ])('are those of AWS IoT in %s: %s', (region, isSo) => {
    expect(hasAmazonRoots(region)).toBe(isSo);
  });
});

describe('the data endpoint of an account', () => {
  it.each([
    ['a2du5f95w7oz2a-ats.iot.eu-west-1.amazonaws.com', 'eu-west-1'],
    ['a2du5f95w7oz2a-ats.iot.us-gov-west-1.amazonaws.com', 'us-gov-west-1'],
    ['a2du5f95w7oz2a.ats.iot.cn-north-1.amazonaws.com.cn', 'cn-north-1'],
    ['a2du5f95w7oz2a-ats.iot.cn-northwest-1.amazonaws.com.cn', 'cn-northwest-1'],
  ])('is %s in %s', (address, region) => {
    expect(isDataEndpoint(address, region)).toBe(true);
  });

  it.each([
    ['another region', 'a2du-ats.iot.eu-west-2.amazonaws.com'],
    ['another partition', 'a2du-ats.iot.eu-west-1.amazonaws.com.cn'],
    ['the old type of endpoint', 'a2du.iot.eu-west-1.amazonaws.com'],
    ['another host', 'a2du-ats.iot.eu-west-1.amazonaws.com.evil.example'],
    ['another host in front', 'evil.example/a2du-ats.iot.eu-west-1.amazonaws.com'],
    ['a name below the account', 'x.a2du-ats.iot.eu-west-1.amazonaws.com'],
    ['a port', 'a2du-ats.iot.eu-west-1.amazonaws.com:443'],
    ['a line end', 'a2du-ats.iot.eu-west-1.amazonaws.com\n'],
    ['capitals', 'A2DU-ats.iot.eu-west-1.amazonaws.com'],
    ['the suffix twice', 'a-ats.iot.eu-west-1.amazonaws.com-ats.iot.eu-west-1.amazonaws.com'],
    ['nothing', ''],
  ])('is not that with %s', (_, address) => {
    expect(isDataEndpoint(address, 'eu-west-1')).toBe(false);
  });

  it('is unknown where AWS does not publish it', () => {
    expect(isDataEndpoint('a2du-ats.iot.us-iso-east-1.amazonaws.com', 'us-iso-east-1')).toBe(false);
  });
});
