import type { NextRequest } from 'next/server';
import nextAuth from 'next-auth';
import { signInOptions } from '#app/_session/sign-in.ts';

type Segment = { params: Promise<{ nextauth: string[] }> };

const handle = (request: NextRequest, segment: Segment) =>
  nextAuth(request as never, segment as never, signInOptions()) as Promise<Response>;

export { handle as GET, handle as POST };
