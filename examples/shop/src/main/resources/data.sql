insert into product (sku, name, price)
select 'TEA-1', 'Assam, 250 g', 4.90 where not exists (select 1 from product where sku = 'TEA-1');
insert into product (sku, name, price)
select 'TEA-2', 'Sencha, 100 g', 7.50 where not exists (select 1 from product where sku = 'TEA-2');
insert into product (sku, name, price)
select 'MUG-1', 'Mug, stoneware', 12.00 where not exists (select 1 from product where sku = 'MUG-1');
insert into product (sku, name, price)
select 'POT-1', 'Teapot, 1 l', 29.95 where not exists (select 1 from product where sku = 'POT-1');
