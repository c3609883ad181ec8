// An organization's own server for the packages that `npm run package` makes.
import type { Installables } from '../../../tools/release/installables.ts';
import type { HostHandler } from './site.ts';

export const releaseHost = 'extensions.example.com';
export const releaseBase = `https://${releaseHost}/kba/`;

const types: Readonly<Record<string, string>> = {
  crx: 'application/x-chrome-extension',
  xpi: 'application/x-xpinstall',
  xml: 'text/xml',
  json: 'application/json',
};

export interface ReleaseServer {
  readonly handle: HostHandler;
  /** Names of the requested files, in order. */
  readonly requests: readonly string[];
  /** Adds a release; from now on the update manifests point to it. */
  put(release: Installables): void;
}

export function createReleaseServer(): ReleaseServer {
  const files = new Map<string, Uint8Array | string>();
  const requests: string[] = [];
  return {
    requests,
    handle(request, response) {
      const name = new URL(request.url ?? '/', releaseBase).pathname.replace(/^\/kba\//, '');
      requests.push(name);
      const content = files.get(name);
      if (content === undefined) response.writeHead(404).end();
      else
        response
          .writeHead(200, {
            'content-type': types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
          })
          .end(content);
    },
    put(release) {
      for (const [name, content] of release.files) files.set(name, content);
    },
  };
}
