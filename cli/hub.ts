import { Command } from 'commander';
import { addCompareCommand } from './commands/compare.command.js';
import { addExportCommand } from './commands/export.command.js';
import { addGenerateCommand } from './commands/generate.command.js';
import { addImportCommand } from './commands/import.command.js';
import { addMigrateCommand } from './commands/migrate.command.js';
import { addPersonasCommand } from './commands/personas.command.js';
import { addPolicyCommand } from './commands/policy.command.js';
import { addPruneAuditCommand } from './commands/prune-audit.command.js';
import { addSchemaCommand } from './commands/schema.command.js';
import { addServeCommand } from './commands/serve.command.js';
import { addStartCommand } from './commands/start.command.js';
import { addTokenCommand } from './commands/token.command.js';
import { addVerifyAuditCommand } from './commands/verify-audit.command.js';
import { addWorkerCommand } from './commands/worker.command.js';
import { reportFailure } from './report-failure.js';

// Each command loads what it needs when it runs: an agency's process holds no gateway, and --help nothing at all.
const program = new Command('hub')
  .description('Student support hub: seven agencies, one graph (控辍保学数据协同平台).')
  .showHelpAfterError('Run "hub --help" for the commands.')
  .addHelpText(
    'after',
    `
Settings are environment variables: .env.example has all of them with their defaults. Days are of Asia/Shanghai.
"hub <command> --help" has the options of a command and examples. A command that cannot do its work ends with status 1
and prints "hub: CODE: what is wrong".`,
  );

addStartCommand(program);
addServeCommand(program);
addWorkerCommand(program);
addMigrateCommand(program);
addGenerateCommand(program);
addImportCommand(program);
addExportCommand(program);
addCompareCommand(program);
addPolicyCommand(program);
addPersonasCommand(program);
addTokenCommand(program);
addSchemaCommand(program);
addVerifyAuditCommand(program);
addPruneAuditCommand(program);

await program.parseAsync().catch(reportFailure);
