import type { DevelopmentIssuer } from './development-issuer.js';
import type { ExplorerOptions } from './gateway.options.js';
import { readJson, requireJson, sendJson, type Exchange } from './request/http-exchange.js';
import type { Persona } from './persona.js';
import { Refusal } from './request/refusal.js';
import type { RegisteredOperations } from './request/registered-operations.js';
import type { Routes } from './routes.js';
import { createAssets, type SendAsset } from './static-assets.js';
import { isRecord } from './answer/untrusted-json.js';

const TOKEN_SECONDS = 300;
const TOKEN_REQUEST_BYTES = 1000;

export interface ExplorerParts {
  readonly explorer: ExplorerOptions | undefined;
  readonly developmentIssuer: DevelopmentIssuer | undefined;
  readonly personas: readonly Persona[];
  readonly registered: RegisteredOperations;
}

/** The page's files; none without an explorer. */
export function explorerAssets(explorer: ExplorerOptions | undefined): SendAsset {
  if (!explorer) return () => Promise.resolve(false);
  return createAssets(explorer.directory, {
    'content-security-policy': contentSecurityPolicy(explorer.oidc),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
  });
}

/** What the explorer's page asks for; personas and tokens exist beside a development issuer only. */
export function explorerRoutes({ explorer, developmentIssuer, personas, registered }: ExplorerParts): Routes {
  return {
    ...(explorer && {
      'GET /explorer/config': (exchange) =>
        sendJson(exchange, 200, {
          ...(explorer.oidc ? { mode: 'oidc', ...explorer.oidc } : { mode: 'development' }),
          purposes: explorer.purposes,
        }),
      'GET /explorer/operations': async (exchange) => {
        const samples = (await explorer.sampleVariables?.()) ?? {};
        const operations = registered.list.map(({ name, text, variables }) => {
          const known = { ...samples['*'], ...samples[name] };
          const filled = variables.flatMap((each) =>
            known[each] === undefined ? [] : [[each, known[each]]],
          );
          return { name, text, variables: Object.fromEntries(filled) as Record<string, unknown> };
        });
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

/** Monaco sets inline styles and starts its workers from blobs; scripts come from this server alone. */
function contentSecurityPolicy(oidc: ExplorerOptions['oidc']): string {
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
