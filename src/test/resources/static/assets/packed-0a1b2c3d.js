// sent compressed: AssetsTest
export const nothing = [];
