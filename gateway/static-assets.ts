import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sendText, type Exchange } from './request/http-exchange.js';

const compress = promisify(gzip);

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.ttf']);

/** @returns whether there was such a file */
export type SendAsset = (exchange: Exchange, name: string) => Promise<boolean>;

/**
 * Serves the files of one folder and never one outside it. Browsers ask again each time, but transfer a file
 * only when it changed.
 *
 * @param headers sent with every file
 */
export function createAssets(directory: string, headers: Readonly<Record<string, string>>): SendAsset {
  const compressed = new Map<string, { tag: string; content: Promise<Buffer> }>();

  async function contentOf(path: string, tag: string, zip: boolean): Promise<Buffer> {
    if (!zip) return readFile(path);
    let entry = compressed.get(path);
    if (entry?.tag !== tag) {
      entry = { tag, content: readFile(path).then((content) => compress(content)) };
      compressed.set(path, entry);
    }
    return entry.content;
  }

  return async (exchange, name) => {
    const path = normalize(join(directory, name));
    const extension = extname(path);
    const contentType = CONTENT_TYPES[extension];
    if (!path.startsWith(normalize(directory + sep)) || !contentType) return false;
    const file = await stat(path).catch(() => undefined);
    if (!file?.isFile()) return false;
    const { request, response } = exchange;
    const tag = `"${file.size.toString(36)}-${Math.round(file.mtimeMs).toString(36)}"`;
    const zip = COMPRESSIBLE.has(extension) && /\bgzip\b/.test(String(request.headers['accept-encoding']));
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    response.setHeader('cache-control', 'no-cache');
    response.setHeader('etag', tag);
    response.setHeader('vary', 'accept-encoding');
    if (request.headers['if-none-match'] === tag) {
      response.writeHead(304).end();
      return true;
    }
    const content = await contentOf(path, tag, zip);
    if (zip) response.setHeader('content-encoding', 'gzip');
    sendText(exchange, 200, contentType, content);
    return true;
  };
}
