/** Talks to next-auth by plain fetches: its own client would bring a second session cache to every page. */
async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { credentials: 'same-origin', cache: 'no-store' });
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return csrfToken;
}

async function post(path: string, fields: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    cache: 'no-store',
    body: new URLSearchParams({ ...fields, csrfToken: await csrfToken(), json: 'true' }),
  });
}

/** Signs in with a login and a password. Never throws: `offline` means that no answer came. */
export async function signIn(login: string, password: string): Promise<'welcome' | 'wrong' | 'offline'> {
  try {
    const response = await post('/api/auth/callback/credentials', { login, password, callbackUrl: '/sign-in' });
    if (response.status === 401) return 'wrong';
    return response.ok ? 'welcome' : 'offline';
  } catch {
    return 'offline';
  }
}

/** Ends the session of this browser and goes to the sign-in page. */
export async function signOut(to: string): Promise<void> {
  try {
    await post('/api/auth/signout', { callbackUrl: '/sign-in' });
  } finally {
    window.location.assign(`/sign-in?to=${encodeURIComponent(to)}`);
  }
}
