import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { createDevelopmentIssuer, type DevelopmentIssuer } from '../../gateway/development-issuer.js';
import type { PersonaClaims } from '../../gateway/persona.js';
import { projectRoot } from '../../settings/project-root.js';
import { hubRows } from '../../settings/setting-rows.js';
import { createHubFolder, runCommand } from '../processes/hub-command.js';
import { hubProcesses } from '../processes/hub-processes.js';

/** The whole hub in one process, as `npm start` runs it, over a county of its own. */
export interface MeasuredHub {
  readonly url: string;
  readonly dataDir: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly issuer: DevelopmentIssuer;
  nodePids(): readonly number[];
  /** Headers of a persona; each call gives another subject, so that no one's rate is exceeded. */
  newCaller(slug?: string): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

export async function startMeasuredHub(children: number): Promise<MeasuredHub> {
  const { dataDir, settings, remove } = await createHubFolder(children);
  const command = runCommand([process.execPath, 'cli/launch.js', 'start'], settings);
  try {
    await command.printed(/^Stop with Ctrl-C/);
    const claimsOf = async (slug: string) => decodeJwt<PersonaClaims>(await printToken(settings, slug));
    const template = await claimsOf(WHOLE_PICTURE);
    const templates = new Map([[WHOLE_PICTURE, template]]);
    const issuer = await createDevelopmentIssuer({
      directory: join(dataDir, 'issuer'),
      issuer: String(template.iss),
      audience: String(template.aud),
      production: false,
    });
    let subjects = 0;
    return {
      url: `http://127.0.0.1:${settings[hubRows.port.name]}/graphql`,
      dataDir,
      settings,
      issuer,
      nodePids: () => hubProcesses(command.pid, dataDir).node,
      async newCaller(slug = WHOLE_PICTURE) {
        const claims = templates.get(slug) ?? (await claimsOf(slug));
        templates.set(slug, claims);
        const token = await issuer.issueToken({ ...claims, sub: `bench:${subjects++}` }, 'EXPLORER', 3600);
        return {
          authorization: `Bearer ${token}`,
          'x-purpose': 'CASE_HANDLING',
          'content-type': 'application/json',
        };
      },
      async stop() {
        await command.interrupt();
        remove();
      },
    };
  } catch (cause) {
    await command.interrupt();
    remove();
    throw cause;
  }
}

/** The persona that may see every part of the picture. */
const WHOLE_PICTURE = 'coordination-officer';

async function printToken(settings: Readonly<Record<string, string>>, slug: string): Promise<string> {
  const assignments = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const launcher = [process.execPath, 'cli/launch.js', 'token', slug];
  const { stdout } = await promisify(execFile)('env', [...assignments, ...launcher], { cwd: projectRoot });
  return stdout.trim();
}
