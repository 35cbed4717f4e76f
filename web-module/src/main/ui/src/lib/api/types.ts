import type { paths } from './schema.gen';

type Body<Response> = Response extends { content: { 'application/json': infer Json } } ? Json : never;

export type Login = Body<paths['/api/v1/auth/login']['post']['responses'][200]>;
export type User = Login['user'];
export type Asset = Body<paths['/api/v1/assets']['get']['responses'][200]>['items'][number];
export type Product = Body<paths['/api/v1/products']['get']['responses'][200]>['items'][number];
export type Coverage = Body<paths['/api/v1/market-data/coverage']['get']['responses'][200]>;
export type BidRun = Body<paths['/api/v1/bid-runs/{id}']['get']['responses'][200]>;
export type BidRunSummary = Body<paths['/api/v1/bid-runs']['get']['responses'][200]>['items'][number];
export type BidRunRequest = NonNullable<
  paths['/api/v1/bid-runs']['post']['requestBody']
>['content']['application/json'];
export type BidRunState = BidRun['state'];
export type BidRunPeriod = NonNullable<BidRun['periods']>[number];
export type BidRunStep = NonNullable<BidRun['steps']>[number];
export type Bid = NonNullable<BidRun['bids']>[number];
export type Money = NonNullable<BidRun['money']>;
export type Problem = NonNullable<BidRun['problem']>;
export type Finding = NonNullable<Problem['errors']>[number];
