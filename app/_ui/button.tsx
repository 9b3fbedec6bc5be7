'use client';
import type { ReactNode, Ref } from 'react';
import { type ButtonProps, Button as Pressable } from 'react-aria-components';
import { classNames } from './class-names.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'm' | 'l' | 'xl';

type Props = Omit<ButtonProps, 'className' | 'style' | 'children'> & {
  readonly look?: ButtonLook;
  /** m 48 px, l 64 px, xl 72 px: one xl act on a screen. */
  readonly size?: ButtonSize;
  readonly wide?: boolean;
  readonly className?: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly children: ReactNode;
};

/** Something to press. While `isPending` it keeps its place and its focus and does nothing. */
export function Button({
  look = 'secondary',
  size = 'm',
  wide = false,
  className,
  children,
  isPending = false,
  onPress,
  ...rest
}: Props) {
  return (
    <Pressable
      {...rest}
      {...(isPending || !onPress ? {} : { onPress })}
      {...(isPending && rest.type === 'submit' ? { isDisabled: true } : {})}
      className={classNames(
        'inline-flex select-none items-center justify-center gap-3 rounded-box border-2 px-5 py-1.5 text-center font-semibold leading-tight',
        'disabled:cursor-not-allowed disabled:border-line disabled:bg-line disabled:text-soft',
        SIZES[size],
        LOOKS[look],
        wide && 'w-full',
        isPending && 'opacity-70',
        className,
      )}
    >
      {children}
    </Pressable>
  );
}

const SIZES: Readonly<Record<ButtonSize, string>> = {
  m: 'min-h-12 min-w-12 text-m',
  l: 'min-h-16 min-w-16 text-l',
  xl: 'min-h-18 min-w-18 text-[1.625rem] font-bold',
};
const LOOKS: Readonly<Record<ButtonLook, string>> = {
  primary:
    'border-teal bg-teal text-on-teal hover:border-teal-deep hover:bg-teal-deep pressed:border-teal-deep pressed:bg-teal-deep',
  secondary: 'border-edge bg-surface text-ink hover:border-teal pressed:bg-teal-tint',
  quiet: 'border-transparent bg-transparent text-teal underline-offset-4 hover:underline pressed:bg-teal-tint',
  danger: 'border-red bg-surface text-red hover:bg-red-tint pressed:bg-red-tint',
};
