-- When a setting was set and by which account; without an account by a command.
ALTER TABLE hub_setting ADD COLUMN set_ms INTEGER;
ALTER TABLE hub_setting ADD COLUMN set_by TEXT;

-- What is stocked while the union declares an epidemic (setting epidemic), and only then.
INSERT OR IGNORE INTO catalogue_item VALUES
  ('respirator-n95', 'N95 口罩',     'N95 respirators',     '只', 'respirators', 20,  150, '🛡', 1, 'EPIDEMIC', 20, 80),
  ('hand-gel',       '免洗洗手凝胶', 'Hand sanitiser gel',  '瓶', 'bottles',     24,  350, '🫧', 1, 'EPIDEMIC',  4, 12),
  ('antigen-test',   '抗原检测试剂', 'Antigen tests',       '份', 'tests',       25,   80, '🧪', 1, 'EPIDEMIC', 20, 60);

-- Goods are handed out until so many days before the last day printed on them. What is eaten should
-- last until it is, medicine for as long as it is used. Outlooks are reckoned anew by it.
ALTER TABLE catalogue_item ADD COLUMN withheld_days INTEGER NOT NULL DEFAULT 0;
UPDATE catalogue_item SET withheld_days = 7
  WHERE code IN ('water-550ml', 'salt-soda', 'ginger-tea', 'noodles', 'biscuits');
UPDATE catalogue_item SET withheld_days = 30
  WHERE code IN ('first-aid-refill', 'plasters', 'disinfectant', 'cooling-oil', 'huoxiang',
    'antigen-test');
UPDATE stock_outlook SET day = 0;
