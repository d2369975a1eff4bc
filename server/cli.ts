import { cac } from 'cac';
import { agentsCommand } from '#server/commands/agents.ts';
import { calendarCommand } from '#server/commands/calendar.ts';
import { eraseCommand } from '#server/commands/erase.ts';
import { inFlags } from '#server/commands/hours-flags.ts';
import { hoursCommand } from '#server/commands/hours.ts';
import { contractsCommand } from '#server/commands/contracts.ts';
import { keysCommand } from '#server/commands/keys.ts';
import { optionsAsWritten, optionWithoutValue } from '#server/commands/option-words.ts';
import { originsCommand } from '#server/commands/origins.ts';
import { policyCommand } from '#server/commands/policy.ts';
import { misuse } from '#server/commands/print.ts';
import { secretsCommand } from '#server/commands/secrets.ts';
import { signingKeyCommand } from '#server/commands/signing-key.ts';
import { statementCommand } from '#server/commands/statement.ts';
import { tokenCommand } from '#server/commands/token.ts';
import { verifyLogCommand } from '#server/commands/verify-log.ts';
import { portalAppCommand } from '#server/commands/portal-app.ts';
import { vendorPortalCommand } from '#server/commands/vendor-portal.ts';
import { widgetTagCommand } from '#server/commands/widget-tag.ts';
import { serve } from '#server/serve.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Exit code: 0 done, 1 refused with a sentence, 2 the command line is wrong. */
export async function runCommandLine(argv: readonly string[], env: Environment): Promise<number> {
  const program = cac('reglament');
  program.command('serve', 'Run the server').action(() => serve(env));
  program
    .command(
      'agents <action> <id>',
      'add: let an agent work at a desk; link: print a one-time sign-in link',
    )
    .option('--vendor <vendor>', 'add: the desk; again for several')
    .option('--name <name>', 'add: name or role that requesters see')
    .option('--role <role>', 'add: agent (unless said), developer or head')
    .action((action, id, options) => agentsCommand(env, action, id, options));
  program
    .command(
      'keys <action> <kid>',
      "add: register the key a vendor's product signs with; revoke: end it",
    )
    .option('--vendor <vendor>', 'Whose product')
    .option('--issuer <url>', 'What its tokens carry as `iss`')
    .option('--public-jwk <file>', 'EdDSA: file with the public key as JWK')
    .option('--secret-file <file>', 'HS256: file with the shared secret, at least 32 bytes')
    .action((action, kid, options) => keysCommand(env, action, kid, options));
  program
    .command(
      'contracts <action> [...args]',
      'set NUMBER: record what a customer has agreed with a vendor; import FILE.csv: record many; check: what contracts lack',
    )
    .option('--vendor <vendor>', 'With whom')
    .option('--organisation <name>', 'The customer, as signed tokens name it in `org`')
    .option('--from <day>', 'First valid day, such as 2026-12-01')
    .option('--until <day>', 'Last valid day; open-ended without it')
    .option('--plan <plan>', 'Plan of the pack')
    .option('--level <level>', 'Level of the pack')
    .option('--first-response <term>', 'Term of its own: 4h, 30m or 1d of working time')
    .option('--signed <day>', 'Day of the contract itself')
    .option('--email <address>', 'Where the numbers of requests go')
    .option('--domain <domain>', 'Mail domain of the customer; again for several')
    .option('--region <region>', 'Region of the customer, as the regulation names it')
    .option('--apply', 'import: write it; without it only show')
    .action((action, args, options) => contractsCommand(env, action, args, options));
  program
    .command('origins <action> <origin>', "allow: let pages of an origin embed a vendor's widget")
    .option('--vendor <vendor>', 'Whose widget')
    .action((action, origin, options) => originsCommand(env, action, origin, options));
  program
    .command('widget-tag <vendor>', 'Print the tag that pins exactly this build of the widget')
    .action((vendor) => widgetTagCommand(env, vendor));
  program
    .command('portal-app <vendor>', "Say which application of Bitrix24 is the vendor's")
    .option('--client-id <id>', 'Its client_id; the secret comes in B24_CLIENT_SECRET')
    .option('--code <code>', 'Its code in the catalogue, such as vendor.app')
    .action((vendor, options) => portalAppCommand(env, vendor, options, Date.now));
  program
    .command(
      'vendor-portal <vendor>',
      "Show tickets in the vendor's own Bitrix24; alone: how it stands",
    )
    .option(
      '--settings <file>',
      'What becomes of tickets there; see B24_WEBHOOK_URL, B24_EVENT_TOKEN',
    )
    .option('--stop', 'Show nothing more there')
    .action((vendor, options) => vendorPortalCommand(env, vendor, options, Date.now));
  program
    .command('erase <number>', 'Take away what people wrote into a ticket, such as MOD-1042')
    .option('--vendor <vendor>', 'Whose ticket')
    .option('--apply', 'Erase for good; without it only count')
    .action((number, options) => eraseCommand(env, number, options, Date.now));
  program
    .command('secrets <action>', 'rotate: seal with SECRET_KEY what SECRET_KEYS_OLD have sealed')
    .action((action) => secretsCommand(env, action));
  program
    .command('verify-log', 'Count every hash of the event log again')
    .option('--vendor <vendor>', 'Whose log; of all vendors without it')
    .action((options) => verifyLogCommand(env, options));
  program
    .command(
      'statement <action> [file]',
      'verify FILE: hold a statement of service against its own log and against receipts, offline',
    )
    .option(
      '--key <file>',
      "The vendor's public keys, as /v1/policies/<vendor>/signing-keys gives them; again for several",
    )
    .option('--receipts <folder>', 'Receipts that requesters got, a file each')
    .action((action, file, options) => statementCommand([action, file], options));
  program
    .command(
      'signing-key <action>',
      'rotate: let a vendor sign receipts and statements with another key',
    )
    .option('--vendor <vendor>', 'Whose key')
    .action((action, options) => signingKeyCommand(env, action, options, Date.now));
  program
    .command('token <sub>', "Sign a token for development with a demo vendor's key")
    .option('--vendor <vendor>', 'Whose product signs')
    .option('--claim <name=value>', 'Further claim; again for several')
    .action((sub, options) => tokenCommand(env, sub, options));
  const hours = program
    .command('hours', 'Working time: one question by flags, or NDJSON on standard input')
    .option('--schedule <schedule>', 'JSON, a calendar (ru-production) or a vendor (modme)')
    .option('--op <operation>', 'add, subtract, between, isOpen, nextOpen, addBusinessDays, …')
    .option('--in <json>', 'The question, in place of the flags below');
  for (const [name, meaning] of Object.entries(inFlags)) hours.option(`--${name} <value>`, meaning);
  hours.action((options) =>
    hoursCommand(env, options, { input: process.stdin, output: process.stdout }),
  );
  program
    .command(
      'calendar <action> [...args]',
      'check; import FILE.ics; export ID YEAR; apply: what a changed calendar moves',
    )
    .option('--dir <folder>', 'check: folder in the place of CALENDAR_DIR')
    .option('--stored', 'check: with the imports of the database')
    .option('--calendar <id>', 'import: ru-production, uz-six-day or uz-five-day')
    .option('--year <year>', 'import: the year to take')
    .option('--complete', 'import: the file holds the whole year, which then is final')
    .option('--apply', 'import, apply: save and move; without it only show')
    .action((action, args, options) => calendarCommand(env, action, args, options, Date.now));
  program
    .command(
      'policy <action> [...args]',
      'new VENDOR: write a pack to begin with; keys: what texts leave open; lint FILE…: what is wrong, doubtful or open; explain: why it says what it says; diff A B: what another edition says and decides otherwise; simulate NEW: what it would have decided on stored tickets; publish FILE: put an edition on record',
    )
    .option('--to <folder>', 'new: where the file goes')
    .option('--edition <date>', 'new: date of the text')
    .option('--calendar <id>', 'new: ru-production (unless said), uz-six-day or uz-five-day')
    .option('--vendor <vendor>', 'explain: whose regulation')
    .option('--at <instant>', 'explain: receipt, such as 2026-12-07T13:00:00Z; now without it')
    .option('--category <category>', 'explain: of the pack; the first in scope without it')
    .option('--plan <plan>', 'explain: plan of the customer')
    .option('--level <level>', 'explain: level of support of the customer')
    .option('--ticket <number>', 'explain: what is stored of a ticket, such as MOD-1042')
    .option('--since <day>', 'simulate: tickets received from this day on, such as 2026-01-01')
    .option('--until <day>', 'simulate: and before this one')
    .option('--examples <count>', 'simulate: how many changed tickets are shown, 10 unless said')
    .option('--with-calendar <folder>', 'simulate: NEW by the calendars of this folder')
    .option('--lang <language>', 'explain, diff, simulate: ru, uz or en')
    .option('--json', 'lint: one JSON object a line; explain, diff, simulate: the structure')
    .action((action, args, options) => policyCommand(env, action, args, options));
  program.help();
  const empty = optionWithoutValue(argv);
  if (empty !== undefined) return misuse(`option \`${empty}\` value is missing`);
  try {
    program.parse([...argv], { run: false });
    program.options = optionsAsWritten(program.options, argv);
    if (program.options['help']) return 0;
    if (!program.matchedCommand) {
      program.outputHelp();
      return 2;
    }
    return await (program.runMatchedCommand() as Promise<number>);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CACError') throw error;
    console.error(error.message);
    return 2;
  }
}
