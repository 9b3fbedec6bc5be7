'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Dialog as Box, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { ScrollArea } from './scroll-area.tsx';
import { ToastPlace } from './toast.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** The acts, at the foot. */
  readonly acts?: ReactNode;
  /** 'alert' answers a question and has no way round it; 'sheet' comes from the foot on a phone and from the end on a desk. */
  readonly kind?: 'plain' | 'alert' | 'sheet';
  readonly wide?: boolean;
};

/** A question or a form over the screen. Escape and the cross close it, except an alert. */
export function Dialog({ title, isOpen, onClose, children, acts, kind = 'plain', wide = false }: Props) {
  const t = useTranslations('everywhere');
  const sheet = kind === 'sheet';
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={kind !== 'alert'}
      isKeyboardDismissDisabled={kind === 'alert'}
      className={classNames(
        'fixed inset-0 z-50 flex bg-black/55',
        sheet ? 'items-end justify-center md:items-stretch md:justify-end' : 'items-center justify-center p-4',
      )}
    >
      <Modal
        className={classNames(
          'flex max-h-full flex-col overflow-hidden bg-surface text-ink shadow-2xl',
          sheet ? 'w-full rounded-t-2xl md:w-[30rem] md:rounded-none' : 'w-full rounded-2xl',
          !sheet && (wide ? 'max-w-3xl' : 'max-w-lg'),
        )}
      >
        <Box role={kind === 'alert' ? 'alertdialog' : 'dialog'} className="flex min-h-0 flex-1 flex-col outline-none">
          <header className="flex items-start justify-between gap-4 px-6 pt-5 pb-2">
            <Heading slot="title" className="font-bold text-l leading-tight">
              {title}
            </Heading>
            {kind !== 'alert' && (
              <Button look="quiet" onPress={onClose} aria-label={t('close')} className="-me-3 -mt-2 px-2">
                <X aria-hidden size="1.25em" />
              </Button>
            )}
          </header>
          <ScrollArea
            label={title}
            className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 overflow-auto px-6 py-3"
          >
            {children}
          </ScrollArea>
          <ToastPlace className="px-6 not-empty:pb-3" />
          {acts !== undefined && (
            <footer className="flex flex-wrap justify-end gap-3 border-line border-t px-6 py-4">{acts}</footer>
          )}
        </Box>
      </Modal>
    </ModalOverlay>
  );
}
