import { execFileSync } from 'node:child_process';

/** What belongs to the machine, not to this run: its programs, its way out and where its packages come from. */
export function machineSettings(): Record<string, string> {
  const ofMachine = Object.entries(process.env).filter(([name]) =>
    /^(https?_proxy|no_proxy|\w*(CERT|CA_BUNDLE)\w*|LANG)$/i.test(name),
  );
  const programs = (process.env['PATH'] ?? '')
    .split(':')
    .filter((folder) => !folder.includes('node_modules'));
  const env = { ...Object.fromEntries(ofMachine), PATH: programs.join(':') } as Record<string, string>;
  for (const name of ['registry', 'cafile']) {
    const value = execFileSync('npm', ['config', 'get', name], { encoding: 'utf8', cwd: '/', env }).trim();
    if (value !== '' && value !== 'null' && value !== 'undefined') env[`npm_config_${name}`] = value;
  }
  return env;
}
