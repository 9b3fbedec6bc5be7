import { FirstAdministrator } from './first-administrator.tsx';

export default function FirstPage() {
  return <FirstAdministrator />;
}
