import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Exchange, Reply } from '../http.ts';

/** Azure Block Blob storage, as far as `@actions/artifact` uses it: upload in blocks, then a list of them; download. */
export interface BlobStore {
  /** A new place, empty unless `content` is in it already, and the signed URL that uploads to it. */
  create(content?: Buffer): { readonly id: string; readonly uploadUrl: string };
  /** A signed URL that downloads the blob under the name `fileName`. */
  downloadUrl(id: string, fileName: string, contentType: string): string;
  /** The blob, once its list of blocks is committed. */
  read(id: string): Buffer | undefined;
  remove(id: string): void;
  answer(exchange: Exchange): Reply;
}

interface Blob {
  readonly blocks: Map<string, Buffer>;
  content: Buffer | undefined;
}

interface Permit {
  readonly id: string;
  readonly method: 'PUT' | 'GET';
  readonly expiresMs: number;
  readonly fileName: string;
  readonly contentType: string;
}

/** GitHub's signed URLs live about an hour for uploads and ten minutes for downloads; the shorter one for both. */
const URL_LIFETIME_MS = 10 * 60_000;
/** https://learn.microsoft.com/rest/api/storageservices/put-block */
const MAX_BLOCK_ID_BYTES = 64;

/** @param base URL below which blobs are served; its path is `prefix` */
export function createBlobStore(base: string, prefix: string, clock: Clock): BlobStore {
  const blobs = new Map<string, Blob>();
  const permits = new Map<string, Permit>();
  const permit = (grant: Omit<Permit, 'expiresMs'>): string => {
    const expiresMs = clock.now() + URL_LIFETIME_MS;
    const signature = randomBytes(32).toString('base64');
    permits.set(signature, { ...grant, expiresMs });
    const query = new URLSearchParams({
      se: new Date(expiresMs).toISOString(),
      sig: signature,
      sp: grant.method === 'PUT' ? 'w' : 'r',
    });
    return `${base}/${grant.id}?${query}`;
  };

  const put = (blob: Blob, query: URLSearchParams, body: Buffer): Reply => {
    if (query.get('comp') === 'block') {
      const blockId = query.get('blockid') ?? '';
      const bytes = Buffer.from(blockId, 'base64');
      const [other] = blob.blocks.keys();
      if (bytes.length < 1 || bytes.length > MAX_BLOCK_ID_BYTES || bytes.toString('base64') !== blockId) {
        return storageError(400, 'InvalidQueryParameterValue');
      }
      if (other !== undefined && other.length !== blockId.length) return storageError(400, 'InvalidBlobOrBlock');
      if (body.length === 0) return storageError(400, 'InvalidHeaderValue');
      blob.blocks.set(blockId, body);
      return created();
    }
    if (query.get('comp') === 'blocklist') {
      const ids = [...body.toString('utf8').matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)<\//g)].map(
        (match) => match[1] ?? '',
      );
      const parts = ids.map((blockId) => blob.blocks.get(blockId));
      const known = parts.filter((part) => part !== undefined);
      if (known.length !== parts.length) return storageError(400, 'InvalidBlockList');
      blob.content = Buffer.concat(known);
      blob.blocks.clear();
      return created();
    }
    return storageError(400, 'InvalidQueryParameterValue');
  };

  return {
    create(content) {
      const id = randomBytes(16).toString('hex');
      blobs.set(id, { blocks: new Map(), content });
      return { id, uploadUrl: permit({ id, method: 'PUT', fileName: '', contentType: '' }) };
    },
    downloadUrl: (id, fileName, contentType) => permit({ id, method: 'GET', fileName, contentType }),
    read: (id) => blobs.get(id)?.content,
    remove(id) {
      blobs.delete(id);
    },
    answer({ method, path, query, body }) {
      const parameters = new URLSearchParams(query);
      const granted = permits.get(parameters.get('sig') ?? '');
      const blob = blobs.get(path.slice(prefix.length + 1));
      if (
        granted === undefined ||
        granted.method !== method ||
        path !== `${prefix}/${granted.id}` ||
        clock.now() > granted.expiresMs
      ) {
        return storageError(403, 'AuthenticationFailed');
      }
      if (blob === undefined) return storageError(404, 'BlobNotFound');
      if (method === 'PUT') return put(blob, parameters, body);
      if (blob.content === undefined) return storageError(404, 'BlobNotFound');
      const fileName = granted.fileName.replaceAll('"', "'");
      return {
        status: 200,
        headers: {
          'content-type': granted.contentType,
          'content-disposition': `attachment; filename="${fileName.replaceAll(/[^ -~]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(granted.fileName)}`,
          'content-md5': createHash('md5').update(blob.content).digest('base64'),
        },
        body: blob.content,
      };
    },
  };
}

function created(): Reply {
  return { status: 201, headers: { 'x-ms-version': '2024-11-04', 'x-ms-request-server-encrypted': 'true' } };
}

function storageError(status: number, code: string): Reply {
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml', 'x-ms-error-code': code }, body };
}
