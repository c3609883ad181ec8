// The manifests as they are built, against what the code counts on.
import english from '../../../_locales/en/messages.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../../src/core/policy/read.ts';
import { isFeedAddress } from '../../../src/core/update/feed-address.ts';
import { manifestFor } from '../../../tools/build/manifest.ts';

const key = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

/** Whether a connection is allowed, by the parts of CSP's source lists that ours uses: 'self', a scheme, and scheme://host:*. */
function allows(sources: readonly string[], address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return sources.some((source) => {
    if (source.endsWith(':')) return source === protocol;
    const [, scheme, host, port] = /^(\w+:)\/\/([a-z0-9.-]+):(\*|\d+)$/.exec(source) ?? [];
    return scheme === protocol && host === hostname && port === '*';
  });
}

const addresses = [
  'https://collector.example.com/v1/logs',
  'https://collector.example.com:4318/v1/logs',
  'https://192.0.2.7/v1/logs',
  'https://[::1]:4318/v1/logs',
  'https://[2001:db8::1]/v1/logs',
  'http://localhost/v1/logs',
  'http://LOCALHOST:4318/v1/logs',
  'http://localhost.:4318/v1/logs',
  'http://collector.localhost/v1/logs',
  'http://127.0.0.1:4318/v1/logs',
  'http://127.1:4318/v1/logs',
  'http://0x7f000001:4318/v1/logs',
  'http://127.0.0.2:4318/v1/logs',
  'http://[::1]:4318/v1/logs',
  'http://[::ffff:127.0.0.1]:4318/v1/logs',
  'http://0.0.0.0:4318/v1/logs',
  'http://collector.example.com/v1/logs',
  'ws://localhost/v1/logs',
];

describe.each(['chrome', 'firefox'] as const)('The manifest for %s', (target) => {
  const manifest = manifestFor(target);
  const { extension_pages: policy } = manifest['content_security_policy'] as {
    extension_pages: string;
  };
  const sources = /connect-src ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? [];

  it('names connections in a way that the matcher of this test understands', () => {
    expect(
      sources.filter(
        (source) =>
          source !== "'self'" && source !== 'https:' && !/^http:\/\/[a-z0-9.-]+:\*$/.test(source),
      ),
    ).toEqual([]);
  });

  it.each(addresses)('lets its worker reach %s exactly where a policy may name it', (address) => {
    expect(readPolicy({ reportAddress: address }).values.reportAddress !== undefined).toBe(
      allows(sources, address),
    );
    expect(
      readPolicy({ feedAddress: address, feedKeys: [key] }).values.feedAddress !== undefined,
    ).toBe(allows(sources, address));
    // A person's own feed, and the pin of a build.
    expect(isFeedAddress(address)).toBe(allows(sources, address));
  });
});

it('A policy that names this computer by IPv6 is told what to write', () => {
  expect(readPolicy({ reportAddress: 'http://[::1]:4318/' }).faults).toEqual([
    {
      path: 'reportAddress',
      code: 'ipv6Loopback',
      values: [],
      message: 'ipv6Loopback',
    },
  ]);
  expect(english.fault_ipv6Loopback.message).toContain('use http://localhost');
});

it('Firefox is told that no data is needed, and of what an administrator’s reports may say', () => {
  const {
    browser_specific_settings: { gecko },
  } = manifestFor('firefox') as { browser_specific_settings: { gecko: object } };
  expect(gecko).toMatchObject({
    data_collection_permissions: {
      required: ['none'],
      optional: ['browsingActivity', 'websiteActivity'],
    },
  });
});
