-- Every step of every device rewrites its one row here, mostly those of a whole page at once. With
-- room for the new beside the old no index is touched: of the demo's steps three in four found none.
ALTER TABLE custody.present SET (fillfactor = 50);
