import type { paths } from './schema.gen';

type Body<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never;

export type Login = Body<paths['/api/v1/auth/login']['post']['responses'][200]>;
export type User = Login['user'];
export type Asset = Body<paths['/api/v1/assets']['get']['responses'][200]>['items'][number];
export type Product = Body<paths['/api/v1/products']['get']['responses'][200]>['items'][number];
export type Zone = Body<paths['/api/v1/zones']['get']['responses'][200]>['items'][number];
export type Coverage = Body<paths['/api/v1/market-data/coverage']['get']['responses'][200]>;
export type BidRun = Body<paths['/api/v1/bid-runs/{id}']['get']['responses'][200]>;
export type BidRunSummary = Body<paths['/api/v1/bid-runs']['get']['responses'][200]>['items'][number];
export type BidRunRequest = NonNullable<
  paths['/api/v1/bid-runs']['post']['requestBody']
>['content']['application/json'];
export type BidRunState = BidRun['state'];
export type BidRunPeriod = BidRun['periods'][number];
export type BidRunStep = BidRun['steps'][number];
export type Bid = BidRun['bids'][number];
export type Money = NonNullable<BidRun['money']>;

/** What a refused request answers (RFC 9457); a failed run says as much of it as it knows. */
export interface Problem {
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly requestId: string;
  readonly errors: readonly Finding[];
}

export interface Finding {
  readonly code: string;
  readonly path?: string;
  readonly message: string;
  readonly value?: string;
}
