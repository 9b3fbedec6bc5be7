'use client';
import { type Dispatch, useEffect, useReducer, useState } from 'react';
import { type Basket, type BasketStep, EMPTY_BASKET, stepped } from './basket.ts';
import { heldBasket, holdBasket } from './held-basket.ts';

/** The basket on the counter. It outlives a reload, a change of cashier and a change of language. */
export function useBasket(): readonly [Basket, Dispatch<BasketStep>] {
  const [basket, step] = useReducer(stepped, EMPTY_BASKET);
  const [isRead, setRead] = useState(false);
  useEffect(() => {
    if (isRead) holdBasket(basket);
  }, [basket, isRead]);
  useEffect(() => {
    step({ do: 'put', basket: heldBasket() });
    setRead(true);
  }, []);
  return [basket, step];
}
