import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { agencyRows } from '../../settings/setting-rows.js';
import { agencyNames } from '../../subgraphs/index.js';
import { freePorts } from '../processes/support/free-ports.js';
import { projectFolder, startHub, type HubProcess } from '../processes/support/hub-process.js';
import { makeTemporaryFolder } from '../support/temporary-folder.js';

/** A copy of the project with databases and ports of its own, for an agency to join. */
export interface JoiningHub {
  readonly project: string;
  readonly folder: string;
  readonly gatewayUrl: URL;
  /** The outline of an agency, as it stands among the tests, becomes a folder of the subgraphs. */
  addFolder(agency: string): void;
  /** Wherever the text stands. @throws when it stands nowhere */
  edit(file: string, [text, becomes]: readonly [text: string, becomes: string]): void;
  build(): void;
  /** Runs `hub <parameters>`, which must succeed. @returns what it printed */
  hub(...parameters: readonly string[]): Promise<string>;
  serve(...parts: readonly string[]): HubProcess;
  /** Ends what is served and removes the copy. */
  remove(): Promise<void>;
}

const NOT_COPIED = ['node_modules', '.git', '.hub', 'coverage', 'tests'];
const OWN_PLACE = /'\.\.\/\.\.\/((?:\.\.\/)+)subgraphs\//g;

export async function startJoiningHub(joining: string): Promise<JoiningHub> {
  const folder = makeTemporaryFolder('hub-joining-');
  const project = join(folder, 'project');
  cpSync(projectFolder, project, {
    recursive: true,
    preserveTimestamps: true,
    filter: (source) => !NOT_COPIED.some((part) => source === join(projectFolder, part)),
  });
  symlinkSync(join(projectFolder, 'node_modules'), join(project, 'node_modules'));
  const servers = [...agencyNames, joining];
  const [port = 0, ...ports] = await freePorts(servers.length + 1);
  const settings = {
    HUB_DATA_DIR: join(folder, 'data'),
    HUB_CHILDREN: '60',
    HUB_LOG_LEVEL: 'warn',
    PORT: String(port),
    ...Object.fromEntries(
      servers.map((name, index) => [agencyRows(name, 0).port.name, String(ports[index])]),
    ),
  };
  const served: HubProcess[] = [];
  return {
    project,
    folder: settings.HUB_DATA_DIR,
    gatewayUrl: new URL(`http://127.0.0.1:${port}/`),
    addFolder(agency) {
      const outline = join(projectFolder, `tests/journeys/${agency}-agency`);
      for (const file of globSync('**/*.*', { cwd: outline })) {
        const target = join(project, 'subgraphs', agency, file);
        mkdirSync(dirname(target), { recursive: true });
        writeFileSync(target, readFileSync(join(outline, file), 'utf8').replaceAll(OWN_PLACE, "'$1"));
      }
    },
    edit(file, [text, becomes]) {
      const path = join(project, file);
      const before = readFileSync(path, 'utf8');
      if (!before.includes(text)) throw new Error(`${file} has not the text: ${text}`);
      writeFileSync(path, before.replaceAll(text, becomes));
    },
    build: () => void execFileSync(process.execPath, ['cli/build.ts'], { cwd: project, stdio: 'pipe' }),
    async hub(...parameters) {
      const { status, stdout, stderr } = await startHub(parameters, settings, project).ended;
      if (status !== 0)
        throw new Error(`hub ${parameters.join(' ')} ended with ${status}:\n${stderr}${stdout}`);
      return stdout;
    },
    serve(...parts) {
      const started = startHub(['serve', ...parts], settings, project);
      served.push(started);
      return started;
    },
    async remove() {
      // The first one may own the database server, which the others use.
      for (const each of served.reverse()) await each.stop('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
