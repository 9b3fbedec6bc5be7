'use client';
import { Camera } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../button.tsx';

type Props = { readonly isOpen: boolean; readonly onPress: () => void; readonly className?: string };

/** Opens the camera's view and closes it. */
export function CameraKey({ isOpen, onPress, className = '' }: Props) {
  const t = useTranslations('camera');
  return (
    <Button
      aria-label={t('open')}
      aria-pressed={isOpen}
      onPress={onPress}
      className={`px-3! ${isOpen ? 'border-teal bg-teal-tint' : ''} ${className}`}
    >
      <Camera aria-hidden size={24} />
    </Button>
  );
}
