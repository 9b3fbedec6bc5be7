export const signIn = {
  title: 'Sign in',
  note: 'For the market office and for vendors’ back offices. Cashiers and officers sign in at their device, with a PIN.',
  login: 'Sign-in name',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  act: 'Sign in',
  working: 'Signing in…',
  missing: 'Please fill this in.',
  wrong: 'The sign-in name or the password is wrong.',
  wrongNext: 'Check both and try again. After several wrong passwords the account is locked for a while.',
  doors: 'To all the doors',
  signOut: 'Sign out',
  wrongRole: {
    title: 'Your role may not enter here',
    note: 'You are signed in as {name} ({role}). This door is for {door, select, office {the market office} other {owners of a vendor}}.',
    own: 'To your own door',
  },
  roles: {
    administrator: 'Administrator',
    auditor: 'Auditor',
    owner: 'Owner',
    officer: 'Gate officer',
    cashier: 'Cashier',
  },
};

export type SignInWords = typeof signIn;
