'use client';
import { ChartColumn, Package, ReceiptText, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DeskFrame } from '../_desk/desk-frame.tsx';

const PAGES = [
  { page: 'day', href: '/shop', Icon: ReceiptText },
  { page: 'products', href: '/shop/products', Icon: Package },
  { page: 'reports', href: '/shop/reports', Icon: ChartColumn },
  { page: 'cashiers', href: '/shop/cashiers', Icon: Users },
] as const;

type Props = { readonly person: { readonly name: string; readonly role: string }; readonly children: ReactNode };

export function ShopFrame({ person, children }: Props) {
  const t = useTranslations('shop');
  return (
    <DeskFrame
      title={t('title')}
      home="/shop"
      pages={PAGES.map(({ page, href, Icon }) => ({ href, Icon, name: t(`pages.${page}`) }))}
      person={person}
    >
      {children}
    </DeskFrame>
  );
}
