/** One request that reached the attacker. */
export interface Caught {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

/** A host that nobody of ours may ever ask anything: it counts. */
export interface AttackerHost {
  /** All that it got; tests expect none. */
  readonly caught: Caught[];
  /** Answers as a portal and an OAuth server that vouch for everybody would. */
  answer(request: Request): Promise<Response>;
}

const vouching = {
  result: { ID: '1', ADMIN: true, NAME: 'Eve', client_id: 'any', user_id: 1 },
  access_token: 'stolen-access-token',
  refresh_token: 'stolen-refresh-token',
};

export function attackerHost(): AttackerHost {
  const caught: Caught[] = [];
  return {
    caught,
    answer: async (request) => {
      caught.push({ method: request.method, url: request.url, body: await request.text() });
      return Response.json(vouching, { headers: { 'access-control-allow-origin': '*' } });
    },
  };
}
