/** Where a device of this role does its work; the doors' own page for those that have no screen. */
export function doorOf(role: string): string {
  if (role === 'kiosk' || role === 'gate' || role === 'till') return `/${role}`;
  return role === 'desk' ? '/till' : '/';
}
