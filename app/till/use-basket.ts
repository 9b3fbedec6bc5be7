'use client';
import { type Dispatch, useEffect, useReducer, useRef } from 'react';
import { type Basket, type BasketStep, EMPTY_BASKET, stepped } from './basket.ts';
import { heldSale, holdBasket } from './held-sale.ts';

/** The basket on the counter. It outlives a reload, a change of cashier and a change of language. */
export function useBasket(): readonly [Basket, Dispatch<BasketStep>] {
  const [basket, step] = useReducer(stepped, EMPTY_BASKET);
  const isRead = useRef(false);
  useEffect(() => {
    if (isRead.current) holdBasket(basket);
  }, [basket]);
  useEffect(() => {
    isRead.current = true;
    step({ do: 'put', basket: heldSale().basket });
  }, []);
  return [basket, step];
}
