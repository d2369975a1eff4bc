import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import type { DeskSession } from '#shared/wire/desk.ts';
import { insist } from '#test/chaos/insist.ts';
import type { Access } from '#test/chaos/people.ts';
import { runCommand } from '#test/support/server-process.ts';

const secret = 'a secret of chaos with more than thirty-two bytes';
const issuer = 'https://crm.example';

/** Registers a vendor's key and an agent by the product's own commands, and signs both people in. */
export async function letIn(
  url: string,
  vendor: string,
  env: Readonly<Record<string, string>>,
): Promise<Access> {
  const file = join(env['DATA_DIR'] ?? '', 'shared-secret.txt');
  writeFileSync(file, secret);
  const at = ['--vendor', vendor];
  await command(env, ['keys', 'add', 'chaos', ...at, '--issuer', issuer, '--secret-file', file]);
  const link = await command(env, ['agents', 'add', 'chaos', ...at, '--name', 'Хаос']);
  const token = /#token=(\S+)/.exec(link)?.[1];
  const session = await fetch(`${url}/v1/desk/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0];
  if (!cookie) throw new Error(`the agent was not let in: ${session.status}`);
  const { agent } = (await session.json()) as DeskSession;
  await onCall(`${url}/v1/desk/vendors/${vendor}/on-call`, cookie, agent.id);
  const signed = await new SignJWT({
    name: 'Алишер',
    email: 'alisher@namuna.example',
    email_verified: true,
  })
    .setProtectedHeader({ alg: 'HS256', kid: 'chaos' })
    .setIssuer(issuer)
    .setAudience(`desk:${vendor}`)
    .setSubject('user-1')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(secret));
  return {
    url,
    vendor,
    requester: { 'x-widget-key': vendor, authorization: `Bearer ${signed}` },
    agent: { cookie },
  };
}

/** The agent is called for whatever is critical today. */
async function onCall(rota: string, cookie: string, agent: string): Promise<void> {
  const hourMs = 3_600_000;
  const [from, until] = [-1, 24].map((hours) =>
    new Date(Date.now() + hours * hourMs).toISOString(),
  );
  const { status } = await insist(rota, { cookie }, 'shift', { agent, from, until });
  if (status !== 201) throw new Error(`nobody is on call: ${status}`);
}

async function command(
  env: Readonly<Record<string, string>>,
  words: readonly string[],
): Promise<string> {
  const { code, output } = await runCommand(words, env);
  if (code !== 0) throw new Error(output);
  return output;
}
