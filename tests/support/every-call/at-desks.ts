import { inStoreGtin } from '#lib/catalogue/gtin.ts';
import { id, type Who } from '../a-market.ts';
import { aDay, aDocument, body, inside } from '../a-visit.ts';
import type { Heard } from './heard.ts';

const CNY = (amount: string) => ({ amount, currency: 'CNY' });

/** Asks for everything that the office asks for, once well and once so that it is refused. */
export async function askAtTheOffice(heard: Heard): Promise<void> {
  const office = await heard.signIn('administrator', 'office');
  const tell = (path: string, more: object) => heard.ask(office, 'POST', `/api/v1/${path}`, { id: id(), ...more });
  for (const page of ['offline', 'overview', 'vendors', 'staff', 'devices', 'passes?limit=2', 'audit?limit=2'])
    await heard.ask(office, 'GET', `/api/v1/office/${page}`);
  const days = 'from=2026-11-01&to=2026-11-30';
  for (const page of [`takings?${days}`, `visits?${days}`, 'statements?month=2026-11', `audit-records?side=CN&${days}`])
    body(await heard.ask(office, 'GET', `/api/v1/office/${page}`), 200);

  const stalls = [{ id: id(), code: 'Z-901', name: 'New stall', side: 'CN' }];
  const company = { name: 'New vendor', company: 'New company', taxId: 'TX-901', country: 'CHN', stalls };
  const { vendor } = body<{ vendor: { id: string } }>(await tell('vendors', company), 201);
  await tell('vendors', company);
  const account = { role: 'auditor', name: 'New auditor', login: 'new.auditor', password: 'a long password' };
  const hire = (more: object) => heard.ask(office, 'POST', '/api/v1/staff', { person: { id: id(), ...account, ...more } });
  const { person } = body<{ person: { id: string } }>(await hire({}), 201);
  await hire({});
  const place = { role: 'kiosk', name: 'New kiosk', gate: 'CN-1' };
  const { device } = body<{ device: { id: string } }>(await tell('devices', place), 201);
  await tell('devices', { ...place, gate: 'nowhere' });
  for (const subject of [`vendors/${vendor.id}`, `staff/${person.id}`, `devices/${device.id}`]) {
    await tell(`${subject}/suspensions`, { reason: 'papers missing' });
    await tell(`${subject}/suspensions`, { reason: 'papers missing' });
    await tell(`${subject}/reinstatements`, {});
    await tell(`${subject}/reinstatements`, {});
  }
  await tell(`devices/${device.id}/revocations`, { reason: 'broken' });
  await tell(`devices/${device.id}/revocations`, { reason: 'broken' });
  const day = await aDay(heard);
  const own = await inside(day, 'CN', aDocument());
  body(await tell(`staff/${person.id}/own-passes`, { pass: own }), 201);
  body(await tell(`staff/${person.id}/own-passes`, { pass: 'AAAAAAAAAA' }), 422);
  body(await tell('stall-custodies', { stall: stalls[0]?.id, custody: 'market' }), 201);
  body(await tell('stall-custodies', { stall: id(), custody: 'market' }), 404);
  body(await tell('commissions', { vendor: vendor.id, permille: 80 }), 201);
  body(await tell('commissions', { vendor: id(), permille: 80 }), 422);
  body(await tell('commissions', { vendor: vendor.id, category: 'tea', permille: 50 }), 201);
  const bound = { vendor: vendor.id, currency: 'CNY', floor: '10.00', cap: '500.00' };
  body(await tell('commission-bounds', bound), 201);
  body(await tell('commission-bounds', { ...bound, cap: '9.99' }), 422);
  const paid = { vendor: vendor.id, month: '2026-11', amount: CNY('5.00'), paidOn: '2026-11-18', reference: 'B-1' };
  body(await tell('payouts', paid), 201);
  body(await tell('payouts', { ...paid, amount: CNY('0.00') }), 422);
  body(await heard.ask(office, 'GET', `/api/v1/office/statements/${vendor.id}?month=2026-11`), 200);
  body(await heard.ask(office, 'GET', `/api/v1/office/statements/${id()}`), 404);
  const counter = { role: 'till', name: 'New till', stall: 'A-003' };
  const till = body<{ device: { id: string } }>(await tell('devices', counter), 201).device;
  body(await tell(`devices/${till.id}/printers`, { address: '192.168.7.7' }), 201);
  body(await tell(`devices/${till.id}/printers`, { address: '8.8.8.8' }), 422);
  body(await tell(`devices/${till.id}/printers`, { address: null }), 201);
  const scale = { prefix: '23', itemDigits: 5, hasPriceCheck: false, holds: 'weight', valueDigits: 5, decimals: 3 };
  body(await tell('scale-codes', { side: 'CN', codes: [scale] }), 201);
  body(await tell('scale-codes', { side: 'CN', codes: [scale, scale] }), 422);
  body(await tell('offline-floors', { floor: CNY('250.00') }), 201);
  body(await tell('offline-floors', { floor: { amount: '1.00', currency: 'QQQ' } }), 422);
}

/** Asks for everything that the owner of a stall asks for. */
export async function askAtAShop(heard: Heard): Promise<void> {
  const shop = await heard.signIn('owner', 'shop');
  const see = (who: Who, path: string) => heard.ask(who, 'GET', `/api/v1/shop/${path}`);
  const tell = (path: string, more: object) => heard.ask(shop, 'POST', `/api/v1/${path}`, { id: id(), ...more });
  const { stalls } = body<{ stalls: { id: string; code: string }[] }>(await see(shop, 'day'), 200);
  await see(shop, 'products?limit=2');
  await see(shop, 'sales?limit=2');
  await see(shop, 'discount-limits');
  body(await tell('shop/discount-limits', { stall: stalls[0]?.id, percent: '12.5' }), 201);
  body(await tell('shop/discount-limits', { stall: stalls[0]?.id, percent: '100.01' }), 422);

  const name = 'New thing';
  const product = {
    stall: stalls[0]?.id,
    gtin: inStoreGtin(29, 990_001),
    names: { en: name, zh: name, ru: name, kk: name, ur: name },
    category: 'household',
    hs: { scheme: 'HS', edition: '2022', digits: '392410' },
    price: CNY('10.00'),
    netWeightG: 100,
    packedWeightG: 110,
    volumeMl: 0,
    strengthPermille: 0,
    pieces: 1,
    unit: 'piece',
    origin: 'CHN',
    customsStatus: 'bonded',
    onHand: '5',
  };
  const kept = body<{ product: { id: string } }>(await tell('products', product), 201).product;
  await tell('products', product);
  await tell(`products/${kept.id}/changes`, { price: CNY('11.00') });
  await tell(`products/${kept.id}/changes`, { price: { amount: '11.00', currency: 'EUR' } });
  await tell(`products/${kept.id}/stock-movements`, { kind: 'loss', quantity: '1', reason: 'broken' });
  await tell(`products/${kept.id}/stock-movements`, { kind: 'loss', quantity: '0.5', reason: 'broken' });
  body(await heard.ask(shop, 'GET', `/api/v1/products/${kept.id}/stock-movements`), 200);
  await tell('cashiers', { name: 'New cashier', pin: '864209' });
  const file = `gtin,price\n${product.gtin},13.00\n`;
  const inFile = { name: 'goods.csv', file: `stall,${file.replace('\n', `\n${stalls[0]?.code},`)}` };
  body(await heard.ask(shop, 'POST', '/api/v1/shop/catalogue-checks', inFile), 200);
  body(await tell('shop/catalogue-imports', inFile), 201);
  body(await tell('shop/catalogue-imports', { ...inFile, file }), 422);
  await see(shop, 'catalogue-imports');
  for (const page of ['reports', 'sold-lines', 'till-reports'])
    body(await see(shop, `${page}?from=2026-11-01&to=2026-11-30`), 200);
  body(await see(shop, 'statements?month=2026-11'), 200);
}
