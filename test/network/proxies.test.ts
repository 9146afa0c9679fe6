import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/lib/user-error.ts';
import { readProxies } from '../../src/runner/proxies.ts';

const PROXY = 'http://proxy.example:3128';
const through = (url: string, env: Readonly<Record<string, string>>): string | undefined =>
  readProxies(env).find(new URL(url))?.url;

describe('the proxy of a request', () => {
  it.each([
    ['https://iot.us-east-1.amazonaws.com/', { HTTPS_PROXY: PROXY }, PROXY],
    ['https://iot.us-east-1.amazonaws.com/', { https_proxy: PROXY, HTTPS_PROXY: 'http://other:1' }, PROXY],
    ['https://iot.us-east-1.amazonaws.com/', { HTTP_PROXY: PROXY }, undefined],
    ['http://ghes.example/', { HTTP_PROXY: PROXY }, PROXY],
    ['http://ghes.example/', { http_proxy: PROXY }, PROXY],
    ['http://ghes.example/', { HTTPS_PROXY: PROXY }, undefined],
    ['https://api.github.com/', { HTTPS_PROXY: 'proxy.example:3128' }, PROXY],
    ['https://api.github.com/', { HTTPS_PROXY: 'https://proxy.example' }, 'https://proxy.example'],
    ['https://api.github.com/', { HTTPS_PROXY: '' }, undefined],
    ['https://api.github.com/', {}, undefined],
  ])('for %s with %o is %s', (url, env, proxy) => {
    expect(through(url, env as unknown as Record<string, string>)).toBe(proxy);
  });

  it('is told without its password, which is kept beside', () => {
    const proxy = readProxies({ HTTPS_PROXY: 'http://us%40er:p%3Ass@proxy.example:3128' }).find(new URL('https://a.b'));
    expect(proxy).toEqual({ url: PROXY, variable: 'HTTPS_PROXY', credentials: 'us@er:p:ss' });
  });

  it.each(['socks5://proxy:1080', 'http://', 'http://user:s3cret@proxy:99999', 'http://user:s3cr%ZZet@proxy'])(
    'cannot be %s, which is told without a password',
    (text) => {
      const find = () => readProxies({ HTTPS_PROXY: text }).find(new URL('https://a.b'));
      expect(find).toThrow(UserError);
      expect(find).toThrow(
        expect.objectContaining({ where: 'HTTPS_PROXY', message: expect.not.stringMatching(/s3cr/) }),
      );
    },
  );
});

describe('NO_PROXY', () => {
  it.each([
    ['*', 'https://anything.example/'],
    ['amazonaws.com', 'https://iot.us-east-1.amazonaws.com/'],
    ['.amazonaws.com', 'https://iot.us-east-1.amazonaws.com/'],
    ['*.amazonaws.com', 'https://iot.us-east-1.amazonaws.com/'],
    ['.example.com', 'https://example.com/'],
    ['EXAMPLE.com', 'https://Example.COM/'],
    ['example.com.', 'https://example.com/'],
    ['a.example, b.example', 'https://b.example/'],
    ['a.example b.example', 'https://b.example/'],
    ['example.com:443', 'https://example.com/'],
    ['example.com:8443', 'https://example.com:8443/'],
    ['10.1.2.3', 'https://10.1.2.3/'],
    ['10.0.0.0/8', 'https://10.1.2.3/'],
    ['[fd00::1]', 'https://[fd00::1]/'],
    ['fd00::1', 'https://[fd00::1]/'],
    ['fd00::/8', 'https://[fd00::17]/'],
    ['[fd00::1]:8443', 'https://[fd00::1]:8443/'],
  ])('of %s leads past the proxy to %s', (exceptions, url) => {
    expect(through(url, { HTTPS_PROXY: PROXY, NO_PROXY: exceptions })).toBeUndefined();
    expect(through(url, { HTTPS_PROXY: PROXY, no_proxy: exceptions })).toBeUndefined();
  });

  it.each([
    ['amazonaws.com', 'https://notamazonaws.com/'],
    ['amazonaws.com', 'https://amazonaws.com.example/'],
    ['example.com:8443', 'https://example.com/'],
    ['10.0.0.0/8', 'https://11.1.2.3/'],
    ['10.0.0.0/33', 'https://10.1.2.3/'],
    ['10.1.2', 'https://10.1.2.3/'],
    [',,', 'https://example.com/'],
    ['.', 'https://example.com/'],
    ['exam*.com', 'https://example.com/'],
  ])('of %s does not lead to %s', (exceptions, url) => {
    expect(through(url, { HTTPS_PROXY: PROXY, NO_PROXY: exceptions })).toBe(PROXY);
  });

  it.each([
    'http://localhost:8080/',
    'http://app.localhost/',
    'http://127.0.0.1/',
    'http://127.8.9.1/',
    'http://[::1]/',
  ])('always holds %s', (url) => {
    expect(through(url, { HTTP_PROXY: PROXY })).toBeUndefined();
  });
});
