import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { DevelopmentIssuer } from './development-issuer.js';
import type { ExplorerOptions } from './gateway.options.js';
import { readJson, requireJson, sendJson, sendText, type Exchange } from './http-exchange.js';
import type { Persona } from './persona.js';
import { Refusal } from './refusal.js';
import type { RegisteredOperations } from './registered-operations.js';
import type { Routes } from './routes.js';
import { isRecord } from './untrusted-json.js';

const TOKEN_SECONDS = 300;
const TOKEN_REQUEST_BYTES = 1000;

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

export interface ExplorerParts {
  readonly explorer: ExplorerOptions | undefined;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly registered: RegisteredOperations;
}

/** The explorer's page and what it asks for; personas and tokens exist beside a development issuer only. */
export function explorerRoutes({ explorer, developmentIssuer, personas, registered }: ExplorerParts): Routes {
  return {
    ...(explorer && {
      'GET /explorer': (exchange) => sendAsset(exchange, explorer, 'index.html'),
      'GET /explorer/': (exchange) => sendAsset(exchange, explorer, 'index.html'),
      'GET /explorer/config': (exchange) =>
        sendJson(exchange, 200, explorer.oidc ? { mode: 'oidc', ...explorer.oidc } : { mode: 'development' }),
      'GET /explorer/operations': async (exchange) => {
        const samples = (await explorer.sampleVariables?.()) ?? {};
        const operations = registered.list.map(({ name, text }) => ({
          name,
          text,
          variables: samples[name] ?? {},
        }));
        sendJson(exchange, 200, operations);
      },
    }),
    ...(developmentIssuer && {
      'GET /explorer/personas': (exchange) =>
        sendJson(
          exchange,
          200,
          personas.map(({ slug, title, purposes }) => ({
            slug,
            title,
            purposes,
            defaultPurpose: purposes[0],
          })),
        ),
      'POST /explorer/token': (exchange) => sendToken(exchange, developmentIssuer, personas),
    }),
  };
}

async function sendToken(
  exchange: Exchange,
  issuer: DevelopmentIssuer,
  personas: readonly Persona[],
): Promise<void> {
  requireJson(exchange);
  const body = await readJson(exchange, TOKEN_REQUEST_BYTES);
  const persona = isRecord(body) ? personas.find(({ slug }) => slug === body.persona) : undefined;
  if (!persona) throw new Refusal('BAD_USER_INPUT');
  const token = await issuer.issueToken(persona.claims, 'EXPLORER', TOKEN_SECONDS);
  sendJson(exchange, 200, { token, expiresIn: TOKEN_SECONDS });
}

/** @returns whether there was such a file; nothing outside the folder is ever read */
export async function sendAsset(
  exchange: Exchange,
  explorer: ExplorerOptions,
  name: string,
): Promise<boolean> {
  const path = normalize(join(explorer.directory, name));
  const contentType = CONTENT_TYPES[extname(path)];
  if (!path.startsWith(normalize(explorer.directory + sep)) || !contentType) return false;
  const content = await readFile(path).catch(() => undefined);
  if (!content) return false;
  exchange.response.setHeader('content-security-policy', contentSecurityPolicy(explorer));
  exchange.response.setHeader('referrer-policy', 'no-referrer');
  exchange.response.setHeader('cross-origin-opener-policy', 'same-origin');
  sendText(exchange, 200, contentType, content);
  return true;
}

/** Monaco sets inline styles and starts its workers from blobs; scripts come from this server alone. */
function contentSecurityPolicy({ oidc }: ExplorerOptions): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${oidc ? ` ${new URL(oidc.issuer).origin}` : ''}`,
    "font-src 'self' data:",
    "img-src 'self' data:",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
